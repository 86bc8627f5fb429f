import { t } from '#words'

/** Stands where a page's own data will be while the device opens it. */
export const Opening = () => (
  <div className="opening" role="status">
    <span className="sr">{t('common.loading')}</span>
  </div>
)
