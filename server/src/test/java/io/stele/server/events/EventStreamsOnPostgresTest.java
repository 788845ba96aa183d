package io.stele.server.events;

import io.stele.server.OnPostgres;

class EventStreamsOnPostgresTest extends EventStreamsTest implements OnPostgres {}
