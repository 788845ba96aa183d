package io.stele.server.http;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Value;
import io.micronaut.http.BasicHttpAttributes;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.exceptions.ContentLengthExceededException;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import io.micronaut.http.server.exceptions.response.HateoasErrorResponseProcessor;
import io.micronaut.http.server.netty.NettyHttpRequest;
import io.micronaut.web.router.exceptions.UnsatisfiedBodyRouteException;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.stele.adapters.WireException;
import io.stele.core.refusal.RejectedException;
import io.stele.core.refusal.Rejection;
import io.stele.server.store.DatabaseFault;
import io.stele.server.worker.FaultLog;
import jakarta.inject.Singleton;
import java.io.EOFException;
import java.nio.channels.ClosedChannelException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one place through which everything that the framework refuses goes: here it becomes a refusal in the caller's envelope. */
@Singleton
@Replaces(HateoasErrorResponseProcessor.class)
final class RefusalHandler implements ErrorResponseProcessor<Object> {

    private static final Logger LOG = LoggerFactory.getLogger(RefusalHandler.class);

    /** After which a request that the database did not take may be sent again. */
    private static final Duration DATABASE_PAUSE = Duration.ofSeconds(1);

    private final Flavours flavours;
    private final FaultLog databaseFaults;
    private final long largestBody;

    RefusalHandler(
            Flavours flavours, InstantSource clock, @Value("${micronaut.server.max-request-size}") long largestBody) {
        this.flavours = flavours;
        this.databaseFaults = new FaultLog(LOG, "Answering requests", clock);
        this.largestBody = largestBody;
    }

    @Override
    @SuppressWarnings("unchecked") // the framework only writes the body
    public MutableHttpResponse<Object> processResponse(ErrorContext context, MutableHttpResponse<?> base) {
        HttpRequest<?> request = context.getRequest();
        MutableHttpResponse<?> response =
                flavours.speaking(request).render(refusal(context, base, request), request);
        return (MutableHttpResponse<Object>) response;
    }

    private Refusal refusal(ErrorContext context, MutableHttpResponse<?> base, HttpRequest<?> request) {
        Throwable cause = context.getRootCause().orElse(null);
        if (cause instanceof RefusedException refused) {
            return refused.refusal();
        }
        if (cause instanceof WireException wire) {
            return new Refusal.BadField(wire.path(), wire.reason());
        }
        if (cause instanceof RejectedException rejected) {
            return new Refusal.ByDomain(rejected.rejection());
        }
        if (cause != null && DatabaseFault.isPassing(cause)) {
            databaseFaults.accept(cause);
            return new Refusal.ByDomain(new Rejection.Overloaded(DATABASE_PAUSE));
        }
        if (cause instanceof ContentLengthExceededException) {
            return new Refusal.BodyTooLarge(largestBody);
        }
        if (cause instanceof EOFException || cause instanceof ClosedChannelException) {
            // Whoever asked has gone away, and hears nothing of this.
            return new Refusal.BadBody("The body breaks off");
        }
        if (cause instanceof UnsatisfiedBodyRouteException) {
            return new Refusal.BadBody(Framing.isBroken(request) ? Framing.UNREADABLE : WireReader.EMPTY);
        }
        int status = base.status().getCode();
        if (status == HttpStatus.NOT_FOUND.getCode()) {
            return new Refusal.UnknownPath(request.getPath());
        }
        if (status == HttpStatus.METHOD_NOT_ALLOWED.getCode()) {
            Set<String> allowed = new TreeSet<>();
            base.getHeaders().getAll("Allow").forEach(header -> allowed.addAll(Set.of(header.split("\\s*,\\s*"))));
            return new Refusal.WrongMethod(request.getMethodName(), allowed);
        }
        if (status == HttpStatus.REQUEST_ENTITY_TOO_LARGE.getCode()) {
            return tooLarge(request);
        }
        if (status == HttpStatus.UNSUPPORTED_MEDIA_TYPE.getCode() || status == HttpStatus.NOT_ACCEPTABLE.getCode()) {
            return new Refusal.WrongContentType(
                    request.getContentType().map(Object::toString).orElse(""));
        }
        if (status >= 400 && status < 500) {
            return new Refusal.BadBody("The request cannot be read");
        }
        LOG.error("{} {} failed", request.getMethodName(), route(request), withoutWords(cause));
        return new Refusal.Fault();
    }

    /** The framework says the same of a head and of a body. */
    private Refusal tooLarge(HttpRequest<?> request) {
        Throwable cause = request instanceof NettyHttpRequest<?> netty
                ? netty.getNativeRequest().decoderResult().cause()
                : null;
        if (cause instanceof TooLongHttpLineException) {
            return new Refusal.BadBody("The request line is too long");
        }
        if (cause instanceof TooLongHttpHeaderException) {
            return new Refusal.BadBody("The headers are too long");
        }
        return new Refusal.BodyTooLarge(largestBody);
    }

    /** The path with its variables unfilled: they name people. */
    private static String route(HttpRequest<?> request) {
        return BasicHttpAttributes.getUriTemplate(request).orElse("(no route)");
    }

    /**
     * The kinds and the places only. What the framework says of an answer that it cannot write holds the answer, and what a database says
     * quotes rows.
     */
    private static @Nullable Throwable withoutWords(@Nullable Throwable thrown) {
        if (thrown == null) {
            return null;
        }
        Throwable wordless = new Throwable(thrown.getClass().getName(), withoutWords(thrown.getCause()));
        wordless.setStackTrace(thrown.getStackTrace());
        return wordless;
    }
}
