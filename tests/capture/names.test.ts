import { describe, expect, it, test } from 'vitest';
import { namesInByline, statedName, turnedName } from '../../capture/names.ts';

describe('a line over a text names', () => {
  it.each([
    ['By Jane Doe', ['Jane Doe']],
    ['by Lucas Nolan22 Dec 2016651', ['Lucas Nolan']],
    ['Von Jörg Müller-Lüdenscheidt und Eva Klein', ['Jörg Müller-Lüdenscheidt', 'Eva Klein']],
    ['Par Camille Dubois et Noé Martin', ['Camille Dubois', 'Noé Martin']],
    ['Jane Doe, Staff Writer | March 3, 2015', ['Jane Doe']],
    ['Posted by Ludwig van der Berg on May 5', ['Ludwig van der Berg']],
    ['Jane Doe, John Roe & Max Moe', ['Jane Doe', 'John Roe', 'Max Moe']],
    ['JANE DOE', ['JANE DOE']],
    ['Anna May Wong', ['Anna May Wong']],
    ['作者：王小明', ['王小明']],
    ['Автор: Анна Соколова', ['Анна Соколова']],
    ['بقلم ليلى منصور', ['ليلى منصور']],
  ])('%s', (line, names) => {
    expect(namesInByline(line)).toEqual(names);
  });
});

it.each([
  'About the author',
  'Read More',
  'Follow',
  'News desk',
  'Updated 2 hours ago',
  'April 28, 2019 at 6:01 am',
  'https://a.example/jane',
  'jane@a.example',
  'Written by our team for all of you',
  'Senior Editor',
  '',
  'x'.repeat(100_000),
])('%.40s names nobody', (line) => {
  expect(namesInByline(line)).toEqual([]);
});

test.each([
  ['By JEFFREY AMES', ['JEFFREY AMES']],
  ['Catrin Moss, Transport correspondent', ['Catrin Moss']],
  ['Jane Doe <jane@a.example>', ['Jane Doe']],
  ['Contributors to Freepedia', ['Contributors to Freepedia']],
  ['Smith & Sons, Ltd.', ['Smith & Sons, Ltd.']],
  ['Byron Vondel', ['Byron Vondel']],
  ['admin', []],
  ['https://a.example/jane', []],
  ['//a.example/jane', []],
  ['jane@a.example', []],
  ['  ', []],
])('an author stated as %s is %s', (stated, names) => {
  expect(statedName(stated)).toEqual(names);
});

test('a name that begins with the family’s is turned', () => {
  expect(turnedName('de la Cruz, Juan')).toBe('Juan de la Cruz');
  expect(turnedName('Juan de la Cruz')).toBe('Juan de la Cruz');
});
