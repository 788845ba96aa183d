-- The line at the end of a run, which the harness reads. Times are microseconds; status counts answers of 400 and above.
function done(summary, latency, requests)
  local errors = summary.errors
  io.write(string.format(
    "bench-result requests=%d duration=%d status=%d connect=%d read=%d write=%d timeout=%d p50=%d p99=%d p999=%d max=%d\n",
    summary.requests, summary.duration, errors.status, errors.connect, errors.read, errors.write, errors.timeout,
    latency:percentile(50), latency:percentile(99), latency:percentile(99.9), latency.max))
end

-- Headers are given as lines of "name: value".
for name, value in (os.getenv("BENCH_HEADERS") or ""):gmatch("([^:\n]+): ([^\n]*)") do
  wrk.headers[name] = value
end

-- With BENCH_ANSWERS, the first answers of 400 and above are shown. Reading answers costs the generator a good part of its speed.
if os.getenv("BENCH_ANSWERS") then
  local shown = 0
  response = function(status, headers, body)
    if status >= 400 and shown < 5 then
      shown = shown + 1
      io.stderr:write(status, " ", body, "\n")
    end
  end
end
