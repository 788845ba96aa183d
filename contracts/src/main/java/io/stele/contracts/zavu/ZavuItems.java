package io.stele.contracts.zavu;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/** A list that is given whole (contract §2, "non-paginated lists"). */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ZavuItems<T>(List<T> items) {}
