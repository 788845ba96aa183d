package io.stele.core.event;

import io.stele.core.channel.EndpointId;
import io.stele.core.template.TemplateReport;

/** The provider told us of a template: of its status, or of its category. */
public record TemplateChanged(EndpointId endpoint, TemplateReport report) implements Event {}
