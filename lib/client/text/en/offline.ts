export const offline = {
  name: 'Offline',
  title: 'You are offline',
  text: 'This page is not kept on this device. It comes by itself as soon as you are back.',
  kept: 'What you can read now',
  install: {
    title: 'On this device',
    action: 'Install NimbusU',
    hint: 'It opens from your home screen, in a window of its own, and without a network too.',
  },
  update: { ready: 'A new version is ready.', reload: 'Reload' },
};
