package io.stele.server.http;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import jakarta.inject.Singleton;

/** Sends whatever is thrown, for which the framework has no handler of its own, through {@link RefusalHandler}. */
@Singleton
@Produces
final class ThrownHandler implements ExceptionHandler<Throwable, HttpResponse<?>> {

    private final ErrorResponseProcessor<?> processor;

    ThrownHandler(ErrorResponseProcessor<?> processor) {
        this.processor = processor;
    }

    @Override
    @SuppressWarnings("rawtypes") // the framework's own signature
    public HttpResponse<?> handle(HttpRequest request, Throwable thrown) {
        return processor.processResponse(
                ErrorContext.builder(request).cause(thrown).build(), HttpResponse.serverError());
    }
}
