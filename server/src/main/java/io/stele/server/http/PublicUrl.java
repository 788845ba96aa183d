package io.stele.server.http;

import io.micronaut.context.BeanProvider;
import io.micronaut.context.annotation.Value;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.runtime.server.EmbeddedServer;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The address by which clients reach this server: as set, else as the request was addressed, or as it is reached from this machine. */
@Singleton
public final class PublicUrl {

    private final @Nullable String configured;
    private final Supplier<String> local;

    @Inject
    PublicUrl(@Nullable @Value("${stele.public-url:}") String configured, BeanProvider<EmbeddedServer> server) {
        this(configured, () -> "http://localhost:" + server.get().getPort());
    }

    /** @param local the address on this machine */
    public PublicUrl(@Nullable String configured, Supplier<String> local) {
        this.configured = configured == null || configured.isBlank() ? null : configured.replaceAll("/+$", "");
        this.local = local;
    }

    /** An absolute URL of this path, which begins with a slash. */
    public String of(HttpRequest<?> request, String path) {
        if (configured != null) {
            return configured + path;
        }
        String host = request.getHeaders().get(HttpHeaders.HOST);
        return (request.isSecure() ? "https://" : "http://") + (host == null ? "localhost" : host) + path;
    }

    /** The same where nobody asks. Unless it is set it only leads here from this machine. */
    public String of(String path) {
        return (configured == null ? local.get() : configured) + path;
    }
}
