% Loads a run that Dalescope exported for MATLAB. README_FILE says what every array is.
run = load(fullfile(fileparts(mfilename('fullpath')), "EXPORT_FILE"));

W = run.W_rec;                                      % (to, from)
recorded = double(run.recorded_unit) + 1;           % MATLAB counts units from 1
data = double(run.data_rates);                      % (trial, bin, neuron), sp/s
model = double(run.model_rates(:, :, recorded));    % the units of the recorded neurons
fprintf('units %d neurons %d trials %d\n', size(W, 1), numel(run.neuron_ids), numel(run.trial_ids));

% psth_r_raw anew: Pearson's r between the grand averages, neuron by neuron.
r = zeros(1, size(data, 3));
for n = 1:numel(r)
    c = corrcoef(mean(model(:, :, n), 1), mean(data(:, :, n), 1));
    r(n) = c(1, 2);
end
r = r(~isnan(r));
raw = strcmp(run.score_names, 'psth_r_raw');
fprintf('psth_r_raw %.6f, as exported %.6f\n', mean(r), run.scores(raw, 1));
