#!/usr/bin/env bash
# @tmcw/togeojson 7.1.3 and @placemarkio/tokml 0.3.9 (npm) turn KML into GeoJSON and back: places of
# texts with their time.
#
# One would guess: the two are a pair, and KML that went through both has its times and its names.
# What happens: the first makes a property "timespan" or "timestamp" of a time, and the second writes
# each property as data, so that the time is a piece of JSON in a table and the map has none. The
# first lets a column named "name" take the place of the name of the placemark.
# Output seen:
#   <TimeSpan><begin>1914</begin><end>1918</end></TimeSpan>
#     back: <Data name="timespan"><value>{"begin":"1914","end":"1918"}</value></Data>
#   <name>Paris</name> with a column name, Ada Bob
#     back: <name>Ada Bob</name>
#
# Why it matters: a map that had a slider of time shows all places at once, and a corpus whose columns
# have the "name" of the speaker has speakers where the places were. After each step look for one
# place with a date and one with a column of that name.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
npm install --silent --no-audit --no-fund --ignore-scripts --prefix "$tmp" \
  @tmcw/togeojson@7.1.3 @placemarkio/tokml@0.3.9 @xmldom/xmldom@0.9.8

cat >"$tmp/probe.mjs" <<'PROBE'
import { readFileSync } from 'node:fs';
import { toKML } from '@placemarkio/tokml';
import { kml } from '@tmcw/togeojson';
import { DOMParser } from '@xmldom/xmldom';

const version = (name) =>
  JSON.parse(readFileSync(new URL(`node_modules/${name}/package.json`, import.meta.url))).version;
console.log(['@tmcw/togeojson', '@placemarkio/tokml'].map((name) => `${name} ${version(name)}`).join(', '));
const additions = [
  '<TimeSpan><begin>1914</begin><end>1918</end></TimeSpan>',
  '<TimeStamp><when>1914-08-04</when></TimeStamp>',
  '<ExtendedData><Data name="name"><value>Ada Bob</value></Data></ExtendedData>',
];
for (const addition of additions) {
  const source = `<kml xmlns="http://www.opengis.net/kml/2.2"><Document><Placemark><name>Paris</name>${addition}` +
    '<Point><coordinates>2.35,48.85</coordinates></Point></Placemark></Document></kml>';
  const places = kml(new DOMParser().parseFromString(source, 'text/xml'));
  console.log(addition);
  console.log(`  GeoJSON ${JSON.stringify(places.features[0].properties)}`);
  const back = toKML(places).match(/<name>[\s\S]*(?=<Point>)/)[0].replace(/>\s+/g, '>').trim();
  console.log(`  KML ${back}`);
}
PROBE

cat >"$tmp/expected" <<'EXPECTED'
@tmcw/togeojson 7.1.3, @placemarkio/tokml 0.3.9
<TimeSpan><begin>1914</begin><end>1918</end></TimeSpan>
  GeoJSON {"name":"Paris","timespan":{"begin":"1914","end":"1918"}}
  KML <name>Paris</name><ExtendedData><Data name="timespan"><value>{"begin":"1914","end":"1918"}</value></Data></ExtendedData>
<TimeStamp><when>1914-08-04</when></TimeStamp>
  GeoJSON {"name":"Paris","timestamp":"1914-08-04"}
  KML <name>Paris</name><ExtendedData><Data name="timestamp"><value>1914-08-04</value></Data></ExtendedData>
<ExtendedData><Data name="name"><value>Ada Bob</value></Data></ExtendedData>
  GeoJSON {"name":"Ada Bob"}
  KML <name>Ada Bob</name><ExtendedData></ExtendedData>
EXPECTED

node "$tmp/probe.mjs" | tee "$tmp/seen"
diff -u "$tmp/expected" "$tmp/seen"
echo "The behaviour is as described."
