package io.stele.server.events;

import io.stele.server.OnPostgres;

class EventsOnPostgresTest extends EventsTest implements OnPostgres {}
