package io.stele.server.media;

import io.stele.server.OnPostgres;

class MediaOnPostgresTest extends MediaTest implements OnPostgres {}
