% Loads a run that Dalescope exported as CSV. README_FILE says what every table is.
here = fileparts(mfilename('fullpath'));
load_table = @(name) readtable(fullfile(here, [name '.csv']), 'VariableNamingRule', 'preserve');
units = load_table('units');
neurons = load_table('neurons');
scores = load_table('scores');
data = load_table('data_rates');
model = load_table('model_rates');
trials = numel(unique(data.trial_id));
fprintf('units %d neurons %d trials %d\n', height(units), height(neurons), trials);

% psth_r_raw anew: Pearson's r between the grand averages, neuron by neuron.
r = zeros(1, height(neurons));
for n = 1:numel(r)
    y = mean(reshape(data.(sprintf('neuron_%d (sp/s)', neurons.neuron_id(n))), [], trials), 2);
    x = mean(reshape(model.(sprintf('unit_%d (sp/s)', neurons.unit(n))), [], trials), 2);
    c = corrcoef(x, y);
    r(n) = c(1, 2);
end
r = r(~isnan(r));
fprintf('psth_r_raw %.6f, as exported %.6f\n', mean(r), scores.value(strcmp(scores.score, 'psth_r_raw')));
