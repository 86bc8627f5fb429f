import { type ReactNode, useState } from 'react'
import { Icon } from '#app/_ui/icons.tsx'
import { t } from '#words'
import styles from './new.module.css'

const KINDS = '.txt,.md,.markdown,.html,.htm,.pdf,.docx,.pptx,.epub'

type Props = { readonly busy: boolean; readonly onFile: (file: File) => void }

/** The way to a file: picked here, or dropped anywhere on the page. */
export const PickFile = ({ busy, onFile }: Props) => (
  <label className={`btn btn-line ${styles.file}`} aria-disabled={busy}>
    <Icon name="document" />
    {t('paste.pickFile')}
    <input
      type="file"
      className="sr"
      accept={KINDS}
      disabled={busy}
      onChange={(event) => {
        const [file] = event.target.files ?? []
        event.target.value = ''
        if (file) onFile(file)
      }}
    />
  </label>
)

/** Takes a file that is dropped on what it holds. */
export const DropFile = ({ busy, onFile, children }: Props & { readonly children: ReactNode }) => {
  const [over, setOver] = useState(false)
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is one more way beside the button that picks a file
    <div
      className={over ? styles.over : undefined}
      onDragOver={(event) => {
        if (busy || !event.dataTransfer.types.includes('Files')) return
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        setOver(false)
        const [file] = event.dataTransfer.files
        if (busy || !file) return
        event.preventDefault()
        onFile(file)
      }}
    >
      {children}
    </div>
  )
}
