package io.stele.server.api.operator;

import io.stele.server.http.OpenFlavour;
import jakarta.inject.Singleton;

/** Speaks for the operator's paths. */
@Singleton
final class OperatorFlavour extends OpenFlavour {

    OperatorFlavour() {
        super(5, "operator", "openapi", "health");
    }
}
