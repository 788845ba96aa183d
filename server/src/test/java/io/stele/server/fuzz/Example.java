package io.stele.server.fuzz;

import io.stele.server.ApiDocuments;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * A request that the server takes.
 *
 * @param call which call it is an example of
 * @param request makes what it is about where it is not there, and then the request
 * @param finish what is done to a request after it was changed: it is signed where the call wants that
 * @param taken undoes what came of it, so that many tries do not fill the server
 */
record Example(
        ApiDocuments.Call call, Supplier<RawRequest> request, UnaryOperator<RawRequest> finish, Consumer<RawAnswer> taken) {

    @Override
    public String toString() {
        return call.toString();
    }
}
