package io.stele.server.events;

import io.stele.server.OnPostgres;

class ProviderNamesOnPostgresTest extends ProviderNamesTest implements OnPostgres {}
