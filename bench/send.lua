-- Sends by SMS, which needs no open window, to a thousand recipients in turn.
-- wrk -t1 -c64 -d20s --latency -s bench/send.lua http://127.0.0.1:8080/v1/messages   (ZAVU_KEY in the environment)
local recipients = 1000
local count = 0
wrk.method = "POST"
wrk.headers["Content-Type"] = "application/json"
wrk.headers["Authorization"] = "Bearer " .. os.getenv("ZAVU_KEY")
request = function()
  count = (count + 1) % recipients
  local body = string.format('{"to":"+4915%08d","channel":"sms","text":"Your order is ready"}', 30000000 + count)
  return wrk.format(nil, nil, nil, body)
end
