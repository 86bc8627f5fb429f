import { t } from '#words'

/** The name with its superscript; leads to `href`. */
export const Wordmark = ({ href = '/' }: { href?: string }) => (
  <a className="wordmark" href={href} aria-label={t('common.home')}>
    <span>
      {t('common.name')}
      <sup className="fn" aria-hidden="true">
        1
      </sup>
    </span>
  </a>
)
