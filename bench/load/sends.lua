-- Posts a body with {to}, one of the people of a file in turn, and {key}, which no other request has.
dofile(os.getenv("BENCH_LOAD") .. "/result.lua")
local people = {}
for person in io.lines(os.getenv("BENCH_FILE")) do
  people[#people + 1] = person
end
local run = os.getenv("BENCH_RUN")
-- Pieces of the body, and between them what is to stand there.
local pieces, names = {}, {}
local from = 1
local template = os.getenv("BENCH_BODY")
for before, name, after in template:gmatch("(){(%l+)}()") do
  pieces[#pieces + 1] = template:sub(from, before - 1)
  names[#names + 1] = name
  from = after
end
pieces[#pieces + 1] = template:sub(from)

local count = 0
request = function()
  count = count + 1
  local text = {}
  for i, name in ipairs(names) do
    text[#text + 1] = pieces[i]
    text[#text + 1] = name == "to" and people[count % #people + 1] or run .. count
  end
  text[#text + 1] = pieces[#pieces]
  return wrk.format("POST", nil, nil, table.concat(text))
end
