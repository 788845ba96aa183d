package io.stele.server.secret;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** The key of a server whose user has set none: made at its first need, and kept in a file that nobody else may read. */
public final class SecretKeyFile {

    private static final String NAME = "secret.key";
    private static final String OWNER_ONLY = "rw-------";

    private SecretKeyFile() {}

    /** Whether there is a key in this directory. */
    public static boolean isIn(Path directory) {
        return Files.exists(directory.resolve(NAME));
    }

    /**
     * The key in this directory, made where there is none.
     *
     * @throws IOException when it cannot be read or written, or is no key
     */
    public static SecretKey in(Path directory) throws IOException {
        Path file = directory.resolve(NAME);
        if (!Files.exists(file)) {
            Files.createDirectories(directory);
            write(file, SecretKey.generate());
        }
        return SecretKey.parse(Files.readString(file).strip())
                .orElseThrow(() -> new IOException(file.getFileName() + " holds no key"));
    }

    /** Another process may make it at the same time: the first one's is kept. */
    private static void write(Path file, SecretKey key) throws IOException {
        Path draft = Files.createTempFile(file.getParent(), NAME, ".tmp", ownerOnly(file));
        try {
            Files.writeString(draft, key.text() + "\n", StandardOpenOption.SYNC);
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException e) {
            // theirs is as good as ours
        } finally {
            Files.delete(draft);
        }
    }

    private static FileAttribute<?>[] ownerOnly(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(OWNER_ONLY))}
                : new FileAttribute<?>[0];
    }
}
