import { wholeVoice } from '#lib/messages/index.ts'
import { hold } from './voice.ts'

// For tests of what speaks without a page around it: run before them.
hold(wholeVoice('en'))
