import type { ReactNode } from 'react'

type Props = { title: string; body: string; note?: string; broken?: boolean; level?: 'h1' | 'h2'; children?: ReactNode }

/** A page with nothing to show: the footnote 0, or a dagger where something broke; then what is safe and the ways on. */
export const Void = ({ title, body, note, broken = false, level: Heading = 'h1', children }: Props) => (
  <section className="void">
    <p className={broken ? 'zero broken' : 'zero'} aria-hidden="true">
      {broken ? '†' : '0'}
    </p>
    <Heading className="title">{title}</Heading>
    <p className="lede">{body}</p>
    {children}
    {note ? <p className="note">{note}</p> : null}
  </section>
)
