package io.stele.contracts.chirp;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The contact cards of a send: {@code contacts.contacts[]}, nested twice on the wire (contract §3.1). */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ContactCards(@Nullable List<ContactCard> contacts) {}
