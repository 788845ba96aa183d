package io.stele.server.store.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/** Files for H2, each of which takes nothing any more once a write has failed. Public since H2 makes objects of it. */
public final class FailStopFiles extends FilePathWrapper {

    private static final String SCHEME = "failstop";

    static {
        FilePath.register(new FailStopFiles());
    }

    /** The name by which H2 opens this file so; H2 knows it when this returns. */
    public static String name(String file) {
        return SCHEME + ":" + file;
    }

    @Override
    public String getScheme() {
        return SCHEME;
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        return new FailStopFile(getBase().open(mode));
    }
}
