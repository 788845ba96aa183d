package io.stele.bench.bare;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import java.time.Instant;
import java.util.Map;

/** Answers on the event loop, which is the fastest that the framework does. */
@Controller("/bare")
final class BareController {

    @Get("/{id}")
    BareMessage get(String id) {
        Instant now = Instant.now();
        return new BareMessage(
                id,
                "+12015550100",
                "+15550100042",
                "whatsapp",
                "text",
                "delivered",
                "Your order is ready",
                Map.of("order", "1042"),
                now,
                now);
    }
}
