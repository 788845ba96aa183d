package io.stele.adapters.webhook;

import io.stele.adapters.FieldPath;
import io.stele.adapters.Required;
import io.stele.adapters.WireException;
import io.stele.adapters.http.Header;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The headers that somebody wants sent along with what a webhook is told. */
public final class OwnHeaders {

    private static final int MOST = 50;

    private OwnHeaders() {}

    /**
     * The headers, in the order given.
     *
     * @param path where they stand
     * @throws WireException when there are too many, when one is there twice, or when one may not be set
     */
    public static Map<String, String> checked(Map<String, String> headers, FieldPath path) {
        if (headers.size() > MOST) {
            throw new WireException(path, "must have at most " + MOST + " members");
        }
        Set<String> names = new TreeSet<>();
        headers.forEach((name, value) -> {
            FieldPath header = path.member(name);
            if (Header.parse(name, Required.present(value, header)).isEmpty()) {
                throw new WireException(header, "must be a header that may be set, with a value in printable ASCII");
            }
            if (!names.add(name.toLowerCase(Locale.ROOT))) {
                throw new WireException(header, "must not be there twice, whatever its case");
            }
        });
        return new LinkedHashMap<>(headers);
    }
}
