package io.stele.core.inbound;

import io.stele.core.channel.Endpoint;
import io.stele.core.template.TemplateReport;

/** A provider says something of a template. */
public record TemplateNews(Endpoint endpoint, TemplateReport report) {}
