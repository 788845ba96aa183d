package io.stele.server.api.chirp;

import io.micronaut.http.HttpRequest;
import io.stele.adapters.chirp.ChirpFields;
import io.stele.core.refusal.Field;
import java.util.List;

/** What the client of one request calls the fields that a rule of the domain can object to; it depends on what the request holds. */
@FunctionalInterface
interface FieldNames {

    /** The names in a request that holds nothing of which they would depend. */
    FieldNames USUAL = ChirpFields::path;

    /** The field's path; the positions say where in its lists it stands, outermost first. */
    String path(Field field, List<Integer> positions);

    /** Keeps these names with the request, for when it is refused. */
    default void keepWith(HttpRequest<?> request) {
        request.setAttribute(FieldNames.class.getName(), this);
    }

    /** The names that were kept with the request, else the usual ones. */
    static FieldNames of(HttpRequest<?> request) {
        return request.getAttribute(FieldNames.class.getName(), FieldNames.class).orElse(USUAL);
    }
}
