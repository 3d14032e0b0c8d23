package org.dalescope.model.engine;

import java.util.List;

/** A forward pass of the {@link TensorEngine}: one piece per block of trials. */
record TensorTrace(Statistics statistics, List<TensorBlock> blocks, StatisticsPlan plan, Drive drive) implements Trace {
    @Override
    public void close() {
        drive.close();
        blocks.forEach(TensorBlock::close);
    }
}
