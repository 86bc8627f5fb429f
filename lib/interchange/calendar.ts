/** A day on which something is due. `date`: 'YYYY-MM-DD'. */
export type CalendarDay = { date: string; title: string; description: string }

const LINE_OCTETS_MAX = 75

/** Text as RFC 5545 (3.3.11) has it. */
const escaped = (text: string): string => text.replace(/[\\;,]/g, (mark) => `\\${mark}`).replace(/\r?\n/g, '\\n')

/** Lines of more than 75 octets go on in the next, which begins with a space (RFC 5545, 3.1); no letter is cut in two. */
const folded = (line: string): string => {
  const encoder = new TextEncoder()
  const lines: string[] = []
  let part = ''
  let octets = 0
  for (const letter of line) {
    const more = encoder.encode(letter).length
    if (octets + more > LINE_OCTETS_MAX) {
      lines.push(part)
      part = ' '
      octets = 1
    }
    part += letter
    octets += more
  }
  return [...lines, part].join('\r\n')
}

const dayAfter = (date: string): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)
const compact = (date: string): string => date.replaceAll('-', '')

/**
 * A calendar (RFC 5545) of whole days that take no time of the reader's. `id` keeps its events apart from those of others and
 * the same from one reading to the next; `stamp` is the instant of this reading.
 */
export const calendarOf = (name: string, days: readonly CalendarDay[], id: string, stamp: Date): string => {
  const at = stamp.toISOString().replace(/[-:]|\.\d{3}/g, '')
  const event = ({ date, title, description }: CalendarDay): string[] => [
    'BEGIN:VEVENT',
    `UID:${date}-${id}@footnote`,
    `DTSTAMP:${at}`,
    `DTSTART;VALUE=DATE:${compact(date)}`,
    `DTEND;VALUE=DATE:${compact(dayAfter(date))}`,
    `SUMMARY:${escaped(title)}`,
    `DESCRIPTION:${escaped(description)}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ]
  const lines = [
    ...['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Footnote//Due reviews//EN', 'CALSCALE:GREGORIAN'],
    ...[`X-WR-CALNAME:${escaped(name)}`, 'REFRESH-INTERVAL;VALUE=DURATION:PT6H'],
    ...days.flatMap(event),
    'END:VCALENDAR',
  ]
  return `${lines.map(folded).join('\r\n')}\r\n`
}
