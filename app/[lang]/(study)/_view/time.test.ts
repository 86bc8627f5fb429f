import { expect, it } from 'vitest'
import { formatDay } from './time.ts'

it('dates a study day by the calendar alone', () => expect(formatDay(20_781, 'long')).toBe('Tuesday 24 November'))
