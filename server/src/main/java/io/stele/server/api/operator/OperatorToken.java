package io.stele.server.api.operator;

import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.stele.server.http.Keys;
import io.stele.server.http.OwnEnvelope;
import io.stele.server.http.Refusal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Lets the operator through, and nobody else: before a body is read. */
@ServerFilter("/operator/**")
@Requires(property = ProjectsApi.TOKEN)
final class OperatorToken {

    private final byte[] token;

    OperatorToken(@Value("${" + ProjectsApi.TOKEN + "}") String token) {
        this.token = token.getBytes(StandardCharsets.UTF_8);
    }

    @RequestFilter
    @Nullable MutableHttpResponse<?> authenticate(HttpRequest<?> request) {
        Optional<String> presented = Keys.bearer(request);
        if (presented.isEmpty()) {
            return OwnEnvelope.of(new Refusal.KeyMissing());
        }
        return MessageDigest.isEqual(token, presented.get().getBytes(StandardCharsets.UTF_8))
                ? null
                : OwnEnvelope.of(new Refusal.KeyRefused());
    }
}
