#!/bin/sh
# A question about a past day by its hash, so that caches on the way may hold the answer: holdings.sh SYMBOL DAY [ADDRESS]
set -eu
symbol=$1 day=$2 address=${3:-http://127.0.0.1:4000/graphql}
question='query Heaviest($symbol: String!, $asOf: Date!) { etf(symbol: $symbol, asOf: $asOf) { holdings(first: 2) { nodes { weight security { name } } } } }'
hash=$(printf %s "$question" | sha256sum | cut -d' ' -f1)
variables="{\"symbol\":\"$symbol\",\"asOf\":\"$day\"}"
by_hash="{\"persistedQuery\":{\"version\":1,\"sha256Hash\":\"$hash\"}}"

# The first time somebody has to bring the document beside its hash.
curl -fsS "$address" -H 'content-type: application/json' -o /dev/null \
  -d "{\"query\":\"$question\",\"variables\":$variables,\"extensions\":$by_hash}"

# From then on the hash is enough, and asking again with its ETag costs no body where nothing changed.
ask() { curl -fsS -G "$address" -H 'apollo-require-preflight: 1' --data-urlencode "variables=$variables" --data-urlencode "extensions=$by_hash" "$@"; }
headers=$(mktemp)
ask -D "$headers"
ask -o /dev/null -w '%{http_code}\n' -H "if-none-match: $(sed -n 's/^etag: \(.*\)\r$/\1/Ip' "$headers")"
rm -f "$headers"
