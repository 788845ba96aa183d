package io.stele.contracts.chirp;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/** Webhooks of an app, wrapped as the lists of keys are (contract §1.7, §3.9). */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record WebhookList(List<WebhookResource> webhooks, long totalCount) {}
