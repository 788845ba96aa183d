package io.stele.server.store.embedded;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import org.h2.store.fs.FileBase;
import org.jspecify.annotations.Nullable;

/** Is written until a write fails; from then on every change is refused. It can be read all the time. */
final class FailStopFile extends FileBase {

    /** Something that changes the file. */
    @FunctionalInterface
    private interface Change<T> {
        T make() throws IOException;
    }

    private final FileChannel file;
    private @Nullable Throwable failure;

    FailStopFile(FileChannel file) {
        this.file = file;
    }

    /** One at a time, so that none is under way that began before another failed. */
    private synchronized <T> T change(Change<T> change) throws IOException {
        if (failure != null) {
            throw new IOException("the file is left as it is, since an earlier write failed", failure);
        }
        try {
            return change.make();
        } catch (IOException | RuntimeException | Error e) {
            failure = e;
            throw e;
        }
    }

    @Override
    public int write(ByteBuffer source) throws IOException {
        return change(() -> file.write(source));
    }

    @Override
    public int write(ByteBuffer source, long position) throws IOException {
        return change(() -> file.write(source, position));
    }

    @Override
    public FileChannel truncate(long size) throws IOException {
        change(() -> file.truncate(size));
        return this;
    }

    @Override
    public void force(boolean metaData) throws IOException {
        change(() -> {
            file.force(metaData);
            return this;
        });
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
        return file.read(target);
    }

    @Override
    public int read(ByteBuffer target, long position) throws IOException {
        return file.read(target, position);
    }

    @Override
    public long position() throws IOException {
        return file.position();
    }

    @Override
    public FileChannel position(long position) throws IOException {
        file.position(position);
        return this;
    }

    @Override
    public long size() throws IOException {
        return file.size();
    }

    @Override
    public @Nullable FileLock tryLock(long position, long size, boolean shared) throws IOException {
        return file.tryLock(position, size, shared);
    }

    @Override
    protected void implCloseChannel() throws IOException {
        file.close();
    }

    /** H2 tells it in its exceptions. */
    @Override
    public String toString() {
        return file.toString();
    }
}
