import { Frame } from '#app/_ui/frame.tsx'
import { page, titled } from '#app/_words/words.tsx'
import { CardsScreen } from './cards.tsx'

export const generateMetadata = titled('cards.title')

const CardsPage = () => (
  <Frame current="progress">
    <CardsScreen />
  </Frame>
)
export default page(['cards', 'landing'], CardsPage)
