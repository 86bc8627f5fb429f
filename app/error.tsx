'use client'
import { lost } from '#lib/messages/index.ts'
import { Void } from './_ui/void.tsx'

const Broken = ({ reset }: { error: Error & { digest?: string }; reset: () => void }) => (
  <main className="page">
    <Void broken title={lost.brokenTitle} body={lost.brokenBody}>
      <button type="button" className="btn btn-primary wide" onClick={reset}>
        {lost.retry}
      </button>
      <a className="btn btn-quiet btn-small wide" href="/today">
        {lost.toToday}
      </a>
    </Void>
  </main>
)
export default Broken
