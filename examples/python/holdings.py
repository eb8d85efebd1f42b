"""All positions of a fund as known on a day, from plain HTTP into pandas, and from there as CSV.

    python3 holdings.py IWM 2024-09-10 > holdings.csv
    python3 holdings.py IWM 2024-09-10 http://127.0.0.1:4000/graphql
"""

import json
import sys
import urllib.request

import pandas

QUESTION = """
query Positions($symbol: String!, $asOf: Date!, $after: String) {
  etf(symbol: $symbol, asOf: $asOf) {
    missing { field reason }
    holdings(first: 1000, after: $after) {
      nodes { weight shares marketValue security { symbol name sector } }
      pageInfo { hasNextPage endCursor }
    }
  }
}
"""


def ask(address, question, variables):
    """The data of an answer; what is wrong is raised with its code."""
    body = json.dumps({"query": question, "variables": variables}).encode()
    request = urllib.request.Request(address, body, {"content-type": "application/json", "accept": "application/graphql-response+json"})
    try:
        with urllib.request.urlopen(request) as response:
            answer = json.load(response)
    except urllib.error.HTTPError as refused:
        answer = json.load(refused)
    if "errors" in answer:
        raise SystemExit("; ".join(f"{error['extensions']['code']}: {error['message']}" for error in answer["errors"]))
    return answer["data"]


def holdings(address, symbol, as_of):
    """A row for each position. What nobody published is NaN, never zero."""
    rows, after = [], None
    while True:
        etf = ask(address, QUESTION, {"symbol": symbol, "asOf": as_of, "after": after})["etf"]
        if etf["holdings"] is None:
            raise SystemExit(next(one["reason"] for one in etf["missing"] if one["field"] == "holdings"))
        rows += etf["holdings"]["nodes"]
        page = etf["holdings"]["pageInfo"]
        if not page["hasNextPage"]:
            return pandas.json_normalize(rows)
        after = page["endCursor"]


if __name__ == "__main__":
    symbol, as_of, address = (sys.argv[1:] + ["http://127.0.0.1:4000/graphql"])[:3]
    holdings(address, symbol, as_of).to_csv(sys.stdout, index=False)
