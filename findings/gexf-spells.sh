#!/usr/bin/env bash
# networkx 3.6.1 (PyPI), graphology 0.26.0 and graphology-gexf 0.13.2 (npm) read a network of GEXF,
# the format of Gephi, in which people and letters have their time.
#
# One would guess: times come back as they were, or are refused; an end that is not given stays open.
# What happens: networkx writes an open end as the word None, as if it were a time. graphology drops
# all times of nodes and edges, and of an attribute that changes it keeps the last value, for all times.
# Output seen (Ada, deputy until 1915 and minister from 1915 on; a letter of 4 August 1914):
#   networkx     value minister, start 1915-01-01, end None; spell from 1917-01-01 to None
#   graphology   Ada {label: Ada, role: minister}, the letter {weight: 2}
#
# Why it matters: None is no date, so that what still goes on has no valid end in the written file; and
# in the browser Ada has been a minister at all times and the letters have no date. Look at the file
# before it is opened elsewhere, and keep times also as plain attributes.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv "$tmp/venv"
"$tmp/venv/bin/pip" install --quiet --disable-pip-version-check networkx==3.6.1
npm install --silent --no-audit --no-fund --ignore-scripts --prefix "$tmp" \
  graphology@0.26.0 graphology-gexf@0.13.2

cat >"$tmp/letters.gexf" <<'GEXF'
<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://www.gexf.net/1.2draft" version="1.2">
  <graph mode="dynamic" defaultedgetype="directed" timeformat="date">
    <attributes class="node" mode="dynamic">
      <attribute id="role" title="role" type="string"/>
    </attributes>
    <nodes>
      <node id="a" label="Ada" start="1880-01-01" end="1940-01-01">
        <attvalues>
          <attvalue for="role" value="deputy" start="1910-01-01" end="1915-01-01"/>
          <attvalue for="role" value="minister" start="1915-01-01"/>
        </attvalues>
      </node>
      <node id="b" label="Bob">
        <spells>
          <spell start="1914-01-01" end="1915-01-01"/>
          <spell start="1917-01-01"/>
        </spells>
      </node>
    </nodes>
    <edges>
      <edge id="1" source="a" target="b" weight="2" start="1914-08-04"/>
    </edges>
  </graph>
</gexf>
GEXF

cat >"$tmp/probe.py" <<'PROBE'
import sys
from importlib.metadata import version

import networkx

print("networkx", version("networkx"))
network = networkx.read_gexf(sys.argv[1])
for line in networkx.generate_gexf(network):
    if any(f"<{tag} " in line for tag in ["node", "attvalue", "spell", "edge"]):
        print(line.strip())
PROBE
cat >"$tmp/probe.cjs" <<'PROBE'
const { readFileSync } = require('node:fs');
const Graph = require('graphology');
const gexf = require('graphology-gexf');

const version = (name) => JSON.parse(readFileSync(`${__dirname}/node_modules/${name}/package.json`)).version;
console.log(`graphology ${version('graphology')}, graphology-gexf ${version('graphology-gexf')}`);
const network = gexf.parse(Graph, readFileSync(process.argv[2], 'utf8'));
network.forEachNode((id, attributes) => console.log(`node ${id} ${JSON.stringify(attributes)}`));
network.forEachEdge((id, attributes) => console.log(`edge ${id} ${JSON.stringify(attributes)}`));
PROBE

cat >"$tmp/expected" <<'EXPECTED'
networkx 3.6.1
<node id="a" label="Ada" start="1880-01-01" end="1940-01-01">
<attvalue for="0" value="deputy" start="1910-01-01" end="1915-01-01" />
<attvalue for="0" value="minister" start="1915-01-01" end="None" />
<node id="b" label="Bob">
<spell start="1914-01-01" end="1915-01-01" />
<spell start="1917-01-01" end="None" />
<edge source="a" target="b" id="1" weight="2.0" start="1914-08-04" />
graphology 0.26.0, graphology-gexf 0.13.2
node a {"label":"Ada","role":"minister"}
node b {"label":"Bob"}
edge 1 {"weight":2}
EXPECTED

{
  "$tmp/venv/bin/python" "$tmp/probe.py" "$tmp/letters.gexf"
  node "$tmp/probe.cjs" "$tmp/letters.gexf"
} | tee "$tmp/seen"
diff -u "$tmp/expected" "$tmp/seen"
echo "The behaviour is as described."
