import { Icon } from '#app/_ui/icons.tsx'
import { t } from '#words'

/** Where whoever runs the installation goes on to do so. */
export const OperatorLink = () => (
  <section className="section">
    <a className="list-row" href="/operator">
      <span className="grow">
        <strong>{t('operator.title')}</strong>
        <span className="label">{t('operator.linkHint')}</span>
      </span>
      <Icon name="forward" />
    </a>
  </section>
)
