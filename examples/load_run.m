function load_run(folder)
    % Loads a Dalescope run folder and prints what it holds: load_run('RUN'). MATLAB or Octave.
    % parameters.npz is Python's; 'dalescope export RUN --to mat' writes the same arrays for MATLAB into RUN/export.mat.
    record = jsondecode(fileread(fullfile(folder, 'run.json')));
    fprintf('%s, seed %d, %s, best epoch %d\n', record.session_name, record.seed, record.status, record.best_epoch);

    scores = jsondecode(fileread(fullfile(folder, 'scores.json')));
    fprintf('psth_r %.3f, training PSTH scores %.3f\n', ...
        scores.scores.psth_r.value, scores.scores.psth_r.ceiling_training_psth);

    % A row per epoch; the first line names the columns.
    history = fullfile(folder, 'history.csv');
    file = fopen(history);
    columns = strsplit(fgetl(file), ',');
    fclose(file);
    rows = dlmread(history, ',', 1, 0);
    loss = rows(:, strcmp(columns, 'loss'));
    fprintf('%d epochs, loss %.4f -> %.4f\n', size(rows, 1), loss(1), min(loss));

    exported = fullfile(folder, 'export.mat');
    if exist(exported, 'file')
        network = load(exported);
        inhibitory = network.unit_type < 0;
        assert(all(all(network.W_rec(:, inhibitory) <= 0)) && all(all(network.W_rec(:, ~inhibitory) >= 0)), 'Dale''s law');
        fprintf('W_rec is %d x %d (to x from), mean tau %.1f ms\n', size(network.W_rec), mean(network.tau));
    else
        fprintf('For the network itself: dalescope export %s --to mat\n', folder);
    end
end
