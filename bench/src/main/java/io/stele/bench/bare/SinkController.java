package io.stele.bench.bare;

import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import java.util.concurrent.atomic.AtomicLong;

/** Takes what Kannel delivers, and counts it. */
@Controller("/sink")
final class SinkController {

    /** By this Kannel knows that another Kannel has taken a message. */
    private static final String TAKEN = "0: Accepted for delivery";

    private final AtomicLong taken = new AtomicLong();

    @Get
    @Produces(MediaType.TEXT_PLAIN)
    String take() {
        taken.incrementAndGet();
        return TAKEN;
    }

    @Get("/count")
    @Produces(MediaType.TEXT_PLAIN)
    String count() {
        return taken.toString();
    }
}
