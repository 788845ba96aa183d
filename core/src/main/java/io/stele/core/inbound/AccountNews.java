package io.stele.core.inbound;

import io.stele.core.account.AccountReport;
import io.stele.core.channel.Endpoint;

/**
 * A provider says something of an account.
 *
 * @param endpoint to whose address it was told
 */
public record AccountNews(Endpoint endpoint, AccountReport report) {}
