package io.stele.server.http;

import io.micronaut.context.annotation.Value;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** The address by which clients reach this server: as set, else as the request was addressed. */
@Singleton
public final class PublicUrl {

    private final @Nullable String configured;

    public PublicUrl(@Nullable @Value("${stele.public-url:}") String configured) {
        this.configured = configured == null || configured.isBlank() ? null : configured.replaceAll("/+$", "");
    }

    /** An absolute URL of this path, which begins with a slash. */
    public String of(HttpRequest<?> request, String path) {
        if (configured != null) {
            return configured + path;
        }
        String host = request.getHeaders().get(HttpHeaders.HOST);
        return (request.isSecure() ? "https://" : "http://") + (host == null ? "localhost" : host) + path;
    }
}
