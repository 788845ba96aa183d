-- Gets the paths of a file, one a line, in turn.
dofile(os.getenv("BENCH_LOAD") .. "/result.lua")
local requests = {}
init = function(arguments)
  for path in io.lines(os.getenv("BENCH_FILE")) do
    requests[#requests + 1] = wrk.format("GET", path)
  end
end
local last = 0
request = function()
  last = last % #requests + 1
  return requests[last]
end
