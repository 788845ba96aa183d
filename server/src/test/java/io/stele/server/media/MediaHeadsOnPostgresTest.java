package io.stele.server.media;

import io.stele.server.OnPostgres;

class MediaHeadsOnPostgresTest extends MediaHeadsTest implements OnPostgres {}
