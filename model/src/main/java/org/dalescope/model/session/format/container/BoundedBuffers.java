package org.dalescope.model.session.format.container;

import java.nio.ByteBuffer;
import org.dalescope.model.common.InputError;
import us.hebi.matlab.mat.format.BufferAllocator;

/**
 * Allocates buffers for variables of MATLAB v5 files, up to the size that a file can fill, whatever it declares.
 *
 * @param most the most bytes of an array
 */
record BoundedBuffers(long most) implements BufferAllocator {
    @Override
    public ByteBuffer allocate(int bytes) {
        if (bytes < 0 || bytes > most) {
            throw new InputError("An array claims " + bytes + " bytes, more than the file can hold: it is damaged; copy"
                    + " or export it again.");
        }
        return ByteBuffer.allocate(bytes);
    }

    @Override
    public void release(ByteBuffer buffer) {
        // The garbage collector frees the buffer.
    }
}
