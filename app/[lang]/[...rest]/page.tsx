import { notFound } from 'next/navigation'
import { connection } from 'next/server'
import { titled } from '#app/_words/words.tsx'

export const generateMetadata = titled('lost.notFoundTitle')

/** Every address that leads to no page. Made for each request: a page kept from the first one would carry that one's nonce. */
const Nowhere = async () => {
  await connection()
  notFound()
}
export default Nowhere
