import { describe, expect, it } from 'vitest'
import { attachment } from './download.ts'

describe('the name of a download', () => {
  it.each<[string, string, string]>([
    ['Grades, Tides.csv', 'Grades Tides.csv', 'Grades%2C%20Tides.csv'],
    ['Oceny, Żółw.xlsx', 'Oceny Zow.xlsx', 'Oceny%2C%20%C5%BB%C3%B3%C5%82w.xlsx'],
    ['"; filename="evil.exe.csv', 'filenameevilexe.csv', '%22%3B%20filename%3D%22evil.exe.csv'],
    ['a\r\nSet-Cookie: x.csv', 'a Set-Cookie x.csv', 'a%20%20Set-Cookie%3A%20x.csv'],
    ['../../etc.csv', 'etc.csv', '..%20..%20etc.csv'],
    ["O'Hara (B)*!.csv", 'OHara B.csv', 'O%27Hara%20%28B%29%2A%21.csv'],
    ['a\u202Efdp\uD800.csv', 'a fdp.csv', 'a%20fdp%20.csv'],
    ['日本.csv', 'file.csv', '%E6%97%A5%E6%9C%AC.csv'],
  ])('%j is %s to old browsers', (name, plain, extended) => {
    expect(attachment(name)).toBe(`attachment; filename="${plain}"; filename*=UTF-8''${extended}`)
  })
})
