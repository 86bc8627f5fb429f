import type { PackQuestion } from '#lib/session/index.ts'
import { t } from '#words'

/** What is to be seen or heard with a question. */
export const Beside = ({ question: { image, sound } }: { question: PackQuestion }) => (
  <>
    {image ? (
      // biome-ignore lint/performance/noImgElement: the service worker keeps it as it is
      <img className="beside-picture" src={`/api/media/${image}`} alt={t('study.picture')} />
    ) : null}
    {sound ? (
      // biome-ignore lint/a11y/useMediaCaption: it says the very words that are asked for
      <audio
        className="beside-sound"
        controls
        preload="auto"
        src={`/api/media/${sound}`}
        aria-label={t('study.listen')}
      />
    ) : null}
  </>
)
