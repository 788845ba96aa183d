package io.stele.server.api.hook;

import io.micronaut.context.annotation.Value;
import io.micronaut.http.HttpParameters;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.stele.adapters.connector.whatsapp.webhook.MetaSignature;
import io.stele.adapters.connector.whatsapp.webhook.VerificationRequest;
import io.stele.server.http.BodyBudget;

/** {@code /hooks/whatsapp/{endpoint}}: the address that is entered as the callback URL of Meta's WhatsApp webhook. */
@Controller("/hooks/whatsapp")
@ExecuteOn(TaskExecutors.BLOCKING)
class WhatsAppHookController {

    private final WhatsAppHook hook;
    private final BodyBudget bodies;

    /** @param most bytes of what is posted that are held at once, by whomever they are posted */
    WhatsAppHookController(WhatsAppHook hook, @Value("${stele.limits.hook-bytes:33554432}") long most) {
        this.hook = hook;
        this.bodies = new BodyBudget(most);
    }

    @Get("/{endpoint}")
    @Produces(MediaType.TEXT_PLAIN)
    HttpResponse<String> verify(HttpRequest<?> request, String endpoint) {
        HttpParameters query = request.getParameters();
        VerificationRequest asked = new VerificationRequest(
                query.get("hub.mode"), query.get("hub.verify_token"), query.get("hub.challenge"));
        return HttpResponse.ok(hook.verify(request.getPath(), endpoint, asked));
    }

    @Post("/{endpoint}")
    @Consumes(MediaType.ALL)
    HttpResponse<?> receive(HttpRequest<?> request, String endpoint) {
        String signature = request.getHeaders().get(MetaSignature.HEADER);
        hook.expect(request.getPath(), endpoint, signature);
        try (BodyBudget.Share share = bodies.share()) {
            hook.take(request.getPath(), endpoint, PostedBody.read(request, share), signature);
        }
        return HttpResponse.ok();
    }
}
