-- Posts the bodies of a file, each once: a line is the body's signature, a blank and the body. When there are no more, the run ends.
dofile(os.getenv("BENCH_LOAD") .. "/result.lua")
local lines = io.lines(os.getenv("BENCH_FILE"))
request = function()
  local line = lines and lines()
  if not line then
    lines = nil
    wrk.thread:stop()
    return wrk.format("GET", "/health")
  end
  local blank = line:find(" ", 1, true)
  wrk.headers["X-Hub-Signature-256"] = line:sub(1, blank - 1)
  return wrk.format("POST", nil, nil, line:sub(blank + 1))
end
