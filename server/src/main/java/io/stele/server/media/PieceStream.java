package io.stele.server.media;

import io.stele.core.media.MediaStore;
import io.stele.core.media.ReceivedFile;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/** Reads a stored file, or a part of it, as slowly as it is taken: one piece at a time is in memory. */
final class PieceStream extends InputStream {

    private final MediaStore store;
    private final ReceivedFile file;
    private long position;
    private long left;
    private byte[] piece = new byte[0];
    private int loaded = -1;

    /** @param length how many bytes to read; they are there */
    PieceStream(MediaStore store, ReceivedFile file, long from, long length) {
        this.store = store;
        this.file = file;
        this.position = from;
        this.left = length;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, target.length);
        if (length == 0) {
            return 0;
        }
        if (left == 0) {
            return -1;
        }
        load((int) (position / MediaStore.PIECE_BYTES));
        int start = (int) (position % MediaStore.PIECE_BYTES);
        int taken = (int) Math.min(Math.min(length, piece.length - start), left);
        if (taken <= 0) {
            throw new IOException("a piece of the file is too short");
        }
        System.arraycopy(piece, start, target, offset, taken);
        position += taken;
        left -= taken;
        return taken;
    }

    /** A file that is deleted while it is read ends in the middle, and whoever reads it learns of that. */
    private void load(int number) throws IOException {
        if (number != loaded) {
            piece = store.piece(file, number).orElseThrow(() -> new IOException("the file was deleted"));
            loaded = number;
        }
    }
}
